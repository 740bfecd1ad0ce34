package org.flowproof.enclose.verify;

import java.util.ArrayList;
import java.util.List;

/** Certificates written by hand, of paths that need not be any flow's. */
final class HandMade {
  private final StringBuilder text = new StringBuilder();
  private final int m;

  /**
   * Begins with a problem.
   *
   * @param start of each neuron {@code w_1 .. w_d a}
   */
  HandMade(double alpha, double[][] x, double[] y, double[][] start) {
    m = start.length;
    double squares = 0;
    for (double[] one : x) {
      for (double part : one) {
        squares += part * part;
      }
    }
    text.append("flowproof-certificate 3\n");
    text.append("problem %d %d %d".formatted(m, x.length, x[0].length)).append(hex(alpha));
    text.append(" squared 1 %d both".formatted(x.length)).append(hex(1.01 * squares / x.length));
    text.append('\n');
    for (int k = 0; k < x.length; k++) {
      text.append("sample").append(hex(x[k])).append(hex(y[k])).append('\n');
    }
    for (double[] neuron : start) {
      text.append("neuron").append(hex(neuron)).append('\n');
    }
  }

  private static String hex(double... numbers) {
    StringBuilder words = new StringBuilder();
    for (double number : numbers) {
      words.append(' ').append(Double.toHexString(number));
    }
    return words.toString();
  }

  /** A step of polynomials of degree 1, from one place at a velocity. */
  HandMade step(double length, String sides, double[][] from, double[][] velocity, double tube) {
    return step(length, sides, List.of(), from, velocity, tube);
  }

  /**
   * The same.
   *
   * @param lines of norms, besides those of single neurons, and of kinks of the first neuron
   */
  HandMade step(
      double length,
      String sides,
      List<String> lines,
      double[][] from,
      double[][] velocity,
      double tube) {
    List<String> norms = new ArrayList<>();
    for (int j = 0; j < m; j++) {
      double[] one = new double[m];
      one[j] = 1;
      norms.add(norm(one));
    }
    norms.addAll(lines.stream().filter(line -> line.startsWith("norm")).toList());
    text.append("step").append(hex(length)).append(" 1 ").append(norms.size()).append('\n');
    norms.forEach(line -> text.append(line).append('\n'));
    lines.stream()
        .filter(line -> !line.startsWith("norm"))
        .forEach(line -> text.append(line).append('\n'));
    for (int j = 0; j < m; j++) {
      text.append("path ").append(sides.split(" ")[j]).append(hex(tube));
      text.append(hex(from[j]));
      for (double one : velocity[j]) {
        text.append(hex(length * one));
      }
      text.append('\n');
    }
    return this;
  }

  static String norm(double... weights) {
    return "norm" + hex(weights);
  }

  static String kink(int sample, double added, double factor) {
    return "kink " + sample + hex(added, factor);
  }

  String claim(double end, double radius) {
    return text + "claim" + hex(end, radius) + "\n";
  }
}
