package org.flowproof.check.alignment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.flowproof.check.alignment.AlignmentResult.NeuronReport;
import org.flowproof.check.alignment.NeuronEnd.Place;
import org.flowproof.flow.cones.ExtremalVector;

/**
 * Where neurons gather: one for each extremal vector and side, and one for each other kind of cone.
 *
 * @param place kind of cone
 * @param number of the extremal vector, from 1; 0 for other cones
 * @param against whether {@code w/a} points away from the extremal vector
 * @param shape of its critical point
 */
public record Destination(
    Place place, int number, boolean against, Optional<ExtremalVector.Shape> shape) {

  /** That of one neuron. */
  public static Destination of(NeuronReport neuron) {
    NeuronEnd end = neuron.end();
    return new Destination(end.place(), end.number(), end.against(), end.shape());
  }

  /** All of a result: extremal vectors by number, then pull 0, other cones and unknown ones. */
  public static List<Destination> all(AlignmentResult result) {
    return result.neurons().stream()
        .map(Destination::of)
        .distinct()
        .sorted(
            Comparator.comparingInt(Destination::order)
                .thenComparingInt(Destination::number)
                .thenComparing(Destination::against))
        .toList();
  }

  private int order() {
    return switch (place) {
      case EXTREMAL -> 0;
      case NO_PULL -> 1;
      case OTHER -> 2;
      case UNKNOWN -> 3;
    };
  }

  /** The neurons that are there. */
  public List<NeuronReport> of(AlignmentResult result) {
    return result.neurons().stream().filter(n -> of(n).equals(this)).toList();
  }

  /** Whether the pull is extremal there. */
  public boolean extremal() {
    return place == Place.EXTREMAL;
  }

  /** A few words, such as {@code extremal vector 1 (maximum)}. */
  public String words() {
    return switch (place) {
      case EXTREMAL ->
          (against ? "against extremal vector " : "extremal vector ")
              + number
              + shape.map(s -> " (" + s.name().toLowerCase(Locale.ROOT) + ")").orElse("");
      case NO_PULL -> "pull 0";
      case OTHER -> "no extremal vector";
      case UNKNOWN -> "not known";
    };
  }
}
