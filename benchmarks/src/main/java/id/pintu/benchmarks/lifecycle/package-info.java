/** Benchmark of whole lifecycles of complaints, and of a bare transactional loop with as many records. */
@org.jspecify.annotations.NullMarked
package id.pintu.benchmarks.lifecycle;
