package id.pintu.benchmarks.lifecycle;

import id.pintu.standalone.LatencyHistogram;
import java.util.EnumMap;
import java.util.Map;

/** Measured step of a lifecycle. */
enum LifecycleStep {
    SUBMIT("submission to acknowledgement"),
    FEED("submission to agency feed"),
    VERIFY("verification, request to answer"),
    RESOLVE("resolution, request to answer"),
    RATE("rating, request to answer"),
    CLOSED("rating to closed"),
    WHOLE("whole lifecycle");

    final String label;

    LifecycleStep(String label) {
        this.label = label;
    }

    static Map<LifecycleStep, LatencyHistogram> histograms() {
        Map<LifecycleStep, LatencyHistogram> histograms = new EnumMap<>(LifecycleStep.class);
        for (LifecycleStep step : values()) {
            histograms.put(step, new LatencyHistogram());
        }
        return histograms;
    }
}
