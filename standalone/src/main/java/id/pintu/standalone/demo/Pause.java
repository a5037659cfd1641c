package id.pintu.standalone.demo;

import java.time.Duration;

/** Waiting, in a program that has nothing else to do meanwhile. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
