package org.flowproof.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that was read for one claim, boiled down to what a finding says. */
final class Tally {
  private final Map<Map<String, Integer>, Map<Integer, EqualityRecord>> equalities =
      new LinkedHashMap<>();
  private Place violation;
  private Place open;
  private Place tightest;
  private Place exact;
  private double margin = Double.NaN;
  private double tightness = Double.NaN;
  private double tightestError;
  private long said;

  /** Takes one reading of the obligation with a given number. */
  void add(int obligation, Place place) {
    Reading reading = place.reading();
    if (reading.outcome() == Reading.Outcome.VACUOUS) {
      return;
    }
    said++;
    tightness = Double.isNaN(tightness) ? reading.tightness() : Math.max(tightness, tight(reading));
    switch (reading.outcome()) {
      case VIOLATED -> addViolation(place);
      case OPEN -> addOpen(place);
      case HOLDS -> addHolds(obligation, place);
      case VACUOUS -> {}
    }
  }

  private double tight(Reading reading) {
    return Double.isNaN(reading.tightness()) ? tightness : reading.tightness();
  }

  /** Notes that something could not be told at all. */
  void addOpen(Place place) {
    if (open == null) {
      open = place;
    }
  }

  private void addViolation(Place place) {
    if (violation == null || place.reading().margin() < violation.reading().margin()) {
      violation = place;
    }
  }

  private void addHolds(int obligation, Place place) {
    Reading reading = place.reading();
    switch (reading.kind()) {
      case ORDER -> {
        offer(place, reading.margin(), reading.relativeError());
      }
      case EQUALITY ->
          equalities
              .computeIfAbsent(place.indices(), i -> new LinkedHashMap<>())
              .computeIfAbsent(obligation, o -> new EqualityRecord())
              .add(place);
      case EXACT -> {
        if (exact == null || reading.margin() < exact.reading().margin()) {
          exact = place;
        }
      }
      case TRUTH -> {}
    }
  }

  private void offer(Place place, double itsMargin, double itsError) {
    if (Double.isNaN(margin) || itsMargin < margin) {
      margin = itsMargin;
      tightest = place;
      tightestError = itsError;
    }
  }

  /** Closes the books: equalities are judged over the whole run. */
  void close() {
    for (Map<Integer, EqualityRecord> records : equalities.values()) {
      for (EqualityRecord equality : records.values()) {
        offer(equality.largest(), equality.margin(), equality.relativeError());
        equality
            .tooBlurred()
            .ifPresent(
                p ->
                    addOpen(
                        new Place(
                            p.reading().open("the numerical error is too large to tell"),
                            p.time(),
                            p.indices())));
      }
    }
    if (tightest == null && exact != null) {
      tightest = exact;
      margin = exact.reading().margin();
    }
  }

  /** The worst violation. */
  Optional<Place> violation() {
    return Optional.ofNullable(violation);
  }

  /** The first thing that was left open. */
  Optional<Place> open() {
    return Optional.ofNullable(open);
  }

  /** Where the margin is smallest among what holds. */
  Optional<Place> tightest() {
    return Optional.ofNullable(tightest);
  }

  /**
   * The smallest margin among what holds; ties decided exactly count only when nothing else was
   * read.
   */
  Optional<Double> margin() {
    return number(margin);
  }

  Optional<Double> tightness() {
    return number(tightness);
  }

  /** The relative numerical error where the verdict was decided: at the witness. */
  double error() {
    Place decisive = violation != null ? violation : open;
    if (decisive == null) {
      return tightestError;
    }
    return decisive.reading().measured() ? decisive.reading().relativeError() : 0;
  }

  /** Whether any reading had its premises met. */
  boolean saidSomething() {
    return said > 0;
  }

  private static Optional<Double> number(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }
}
