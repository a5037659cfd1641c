package id.pintu.benchmarks;

/** Static meter of the heap that is in use after garbage collection. */
public final class HeapMeter {

    private HeapMeter() {}

    /** In megabytes. */
    public static long usedMegabytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
