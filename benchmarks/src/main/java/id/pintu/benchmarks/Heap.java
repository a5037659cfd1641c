package id.pintu.benchmarks;

/** What is kept, after what is not has been let go of. */
public final class Heap {

    private Heap() {}

    /** In megabytes. */
    public static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
