/** Benchmarks of single loops: JMH, and rates against the peak of a core. */
package org.flowproof.bench.kernels;
