package id.pintu.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Elapsed real time, and CPU time of this process: of everything that a benchmark runs in it, the broker included. */
public record ElapsedTime(double seconds, double cpuSeconds) {

    /** Time since some fixed moment. */
    public static ElapsedTime now() {
        return new ElapsedTime(
                System.nanoTime() / 1e9,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9);
    }

    /** Time since an earlier {@link #now}. */
    public static ElapsedTime since(ElapsedTime begun) {
        ElapsedTime end = now();
        return new ElapsedTime(end.seconds - begun.seconds, end.cpuSeconds - begun.cpuSeconds);
    }
}
