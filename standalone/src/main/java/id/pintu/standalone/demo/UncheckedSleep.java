package id.pintu.standalone.demo;

import java.time.Duration;

/** Waiting, in a program that has nothing else to do meanwhile. */
final class UncheckedSleep {

    private UncheckedSleep() {}

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
