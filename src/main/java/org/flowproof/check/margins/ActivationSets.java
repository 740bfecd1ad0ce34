package org.flowproof.check.margins;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many neurons of a sample's own class, those with {@code a_j y_k > 0}, are active on it: the
 * sizes of the sets {@code S_k}.
 *
 * @param own the number of neurons of each sample's own class
 * @param start sizes at the start
 * @param end sizes at the end of the run
 * @param kept how many neurons are in both
 */
public record ActivationSets(
    List<Integer> own, List<Integer> start, List<Integer> end, List<Integer> kept) {
  public ActivationSets {
    own = List.copyOf(own);
    start = List.copyOf(start);
    end = List.copyOf(end);
    kept = List.copyOf(kept);
  }

  /** The smallest and the largest of the sizes for the samples. */
  public record Range(int least, int most) {

    /** Of at least one size. */
    public static Range of(List<Integer> sizes) {
      return new Range(Collections.min(sizes), Collections.max(sizes));
    }
  }

  static ActivationSets of(Classifier classifier, Sides first, Sides last) {
    List<Integer> own = new ArrayList<>();
    List<Integer> start = new ArrayList<>();
    List<Integer> end = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    int n = classifier.n();
    for (int k = 0; k < n; k++) {
      int[] counts = new int[4];
      for (int j = 0; j < classifier.m(); j++) {
        if (classifier.a(j) * classifier.y(k) > 0) {
          boolean before = first.active(j, k);
          boolean after = last.active(j, k);
          counts[0]++;
          counts[1] += before ? 1 : 0;
          counts[2] += after ? 1 : 0;
          counts[3] += before && after ? 1 : 0;
        }
      }
      own.add(counts[0]);
      start.add(counts[1]);
      end.add(counts[2]);
      kept.add(counts[3]);
    }
    return new ActivationSets(own, start, end, kept);
  }

  /** The samples, 1-based, on which no neuron of their class is active at the end. */
  public List<Integer> dead() {
    List<Integer> dead = new ArrayList<>();
    for (int k = 0; k < end.size(); k++) {
      if (end.get(k) == 0) {
        dead.add(k + 1);
      }
    }
    return dead;
  }
}
