package org.flowproof.bench.page;

import java.util.Map;

/** What the names in {@code rates.csv} mean. */
final class Rates {
  static final Map<String, String> MEANING =
      Map.of(
          "fma-c", "multiply-adds in registers, C (the peak)",
          "rhs-c", "right-hand side of the SUNDIALS peer, C (6d + 2 per pair)",
          "fma-java", "polynomial of degree 16 over an array, plain Java (32 per entry)",
          "rhs-java", "the same right-hand side, plain Java (6d + 2 per pair)",
          "field-java", "right-hand side of the reference integrator (4d + 4 per pair)",
          "pattern-sums", "structured: pulls by table",
          "series", "structured: Taylor series of a neuron, the inner loop",
          "near-lines", "structured: lines within reach of a neuron",
          "output-sums", "structured: outputs at the nodes of a step");

  private Rates() {}
}
