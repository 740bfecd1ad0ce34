package org.flowproof.check;

import java.util.Optional;

/**
 * What an equality came to over a whole run, for one set of indices. Differences and errors are
 * measured by the largest size that its summands take on the run, since both sides may decay to
 * nothing.
 */
final class EqualityRecord {
  /**
   * An equality counts as seen only when the numerical error stays below this share of its
   * summands; otherwise a real difference could hide in the error.
   */
  static final double RESOLUTION = 1e-4;

  private double size;
  private double error;
  private Place largest;
  private Place blurred;

  void add(Place place) {
    size = Math.max(size, place.reading().size());
    if (blurred == null || place.reading().error() > error) {
      error = place.reading().error();
      blurred = place;
    }
    if (largest == null || place.reading().gap() < largest.reading().gap()) {
      largest = place;
    }
  }

  /** Where the difference is largest. */
  Place largest() {
    return largest;
  }

  /** Minus the largest difference, in units of the size. */
  double margin() {
    return size > 0 ? largest.reading().gap() / size : largest.reading().gap();
  }

  double relativeError() {
    return size > 0 ? error / size : error;
  }

  /** Where the error is too large to tell, when it is. */
  Optional<Place> tooBlurred() {
    return error > RESOLUTION * size ? Optional.of(blurred) : Optional.empty();
  }
}
