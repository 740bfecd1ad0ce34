package org.flowproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flowproof.check.alignment.AlignmentResult;
import org.flowproof.check.alignment.Phase;
import org.flowproof.flow.State;
import org.flowproof.flow.Trajectory;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.problem.Vectors;

/**
 * Pictures of the alignment phase: G over the circle or the sphere of directions with its cones and
 * extremal vectors, and the neurons on their way.
 */
final class AlignmentFigures {
  /** More neurons than this cannot be told apart. */
  static final int MOST_NEURONS = 40;

  private AlignmentFigures() {}

  /** The figures of a result with a run, in two and three dimensions; none otherwise. */
  static List<Figure> of(AlignmentResult result) {
    if (result.neurons().isEmpty()) {
      return List.of();
    }
    return switch (result.problem().data().d()) {
      case 2 -> List.of(CircleFigure.of(result), PlaneAlignmentFigure.of(result));
      case 3 -> List.of(SphereFigure.of(result));
      default -> List.of();
    };
  }

  /** The neurons that are drawn, 0-based, equally spaced. */
  static List<Integer> shown(AlignmentResult result) {
    int all = result.neurons().size();
    int count = Math.min(all, MOST_NEURONS);
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shown.add((int) ((long) i * all / count));
    }
    return shown;
  }

  /** How many are drawn, a sentence. */
  static String counts(AlignmentResult result) {
    int all = result.neurons().size();
    return all <= MOST_NEURONS
        ? "All " + all + " neurons are drawn."
        : "Of " + all + " neurons, " + MOST_NEURONS + " at equal spacing are drawn.";
  }

  /** States at equal times from 0 to the end of the phase. */
  static List<State> states(AlignmentResult result, int steps) {
    Trajectory run = result.run().orElseThrow();
    double end = result.end();
    List<State> states = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      states.add(run.at(i == steps ? end : end * i / steps));
    }
    return states;
  }

  /** The hidden weight of a neuron. */
  static double[] weight(State state, int neuron, int d) {
    double[] w = new double[d];
    for (int i = 0; i < d; i++) {
      w[i] = state.w(neuron, i);
    }
    return w;
  }

  /** The direction of the critical point of an extremal vector. */
  static double[] direction(ExtremalVector vector) {
    return Vectors.unit(vector.direction().toDoubles());
  }

  /** Where the marks of each kind of extremal vector go, for the legend of a caption. */
  static String legend() {
    return "triangles that point up are maxima of $G$, triangles that point down minima, squares"
        + " saddles, with their numbers";
  }

  /** A number as pgfplots reads it. */
  static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  static Phase phase(AlignmentResult result) {
    return result.phase().orElseThrow();
  }
}
