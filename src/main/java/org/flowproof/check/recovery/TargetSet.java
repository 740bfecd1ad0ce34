package org.flowproof.check.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flowproof.problem.Activation;
import org.flowproof.problem.SingleNeuron;
import org.flowproof.problem.Vec;

/**
 * The networks of some width that compute a single-neuron target, as a union of affine pieces
 * (Zhao, Bai and Zhang, section 3.2). The source leaves out neurons with input weight 0, whose
 * outputs may be anything; they are among them here.
 */
final class TargetSet {
  /** Most neurons of which all pieces are gone through. */
  static final int MOST = 4;

  private static final int PROBES = 64;

  private final SingleNeuron target;
  private final List<Component> components = new ArrayList<>();

  /**
   * The nearest point of a branch.
   *
   * @param distinct input weights of the branch
   * @param distance to it
   * @param point the nearest point
   * @param component the piece it lies on
   */
  record Place(int distinct, double distance, Vec point, Component component) {}

  /**
   * @throws IllegalArgumentException for more than {@link #MOST} neurons
   */
  TargetSet(SingleNeuron target, int width, Activation activation) {
    if (width > MOST) {
      throw new IllegalArgumentException(width + " neurons, more than " + MOST);
    }
    this.target = target;
    boolean odd = isOdd(activation);
    for (int code = 0; code < (odd ? 1 << width : 1); code++) {
      int[] signs = new int[width];
      for (int j = 0; j < width; j++) {
        signs[j] = (code >> j & 1) == 0 ? 1 : -1;
      }
      group(new int[width], 0, 1, signs);
    }
  }

  /** Whether a function changes its sign with its argument, at many points. */
  static boolean isOdd(Activation activation) {
    for (int i = 1; i <= PROBES; i++) {
      double z = 7.3 * i * i / (PROBES * PROBES);
      double there = activation.value(z);
      if (!(Math.abs(there + activation.value(-z)) <= 1e-13 * Math.abs(there))) {
        return false;
      }
    }
    return true;
  }

  private void group(int[] groups, int j, int next, int[] signs) {
    if (j == groups.length) {
      add(groups, signs);
      return;
    }
    for (int group = Component.NONE; group <= next; group++) {
      groups[j] = group;
      group(groups, j + 1, Math.max(next, group + 1), signs);
    }
  }

  private void add(int[] groups, int[] signs) {
    if (Arrays.stream(groups).anyMatch(group -> group == 0)) {
      components.add(new Component(groups, signs));
    }
  }

  /** The nearest point of each branch, the nearest first. */
  List<Place> places(double[] theta) {
    Map<Integer, Place> nearest = new TreeMap<>();
    for (Component component : components) {
      double[] point = component.nearest(theta, target);
      double sum = 0;
      for (int i = 0; i < theta.length; i++) {
        sum += (theta[i] - point[i]) * (theta[i] - point[i]);
      }
      Place place = new Place(component.distinct(), Math.sqrt(sum), Vec.of(point), component);
      nearest.merge(component.distinct(), place, (a, b) -> b.distance() < a.distance() ? b : a);
    }
    return nearest.values().stream().sorted(Comparator.comparingDouble(Place::distance)).toList();
  }

  /** The distance to one branch. */
  double distance(double[] theta, int distinct) {
    return places(theta).stream()
        .filter(p -> p.distinct() == distinct)
        .mapToDouble(Place::distance)
        .findFirst()
        .orElseThrow();
  }
}
