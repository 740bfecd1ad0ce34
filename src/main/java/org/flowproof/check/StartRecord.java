package org.flowproof.check;

import java.util.Optional;

/**
 * An inequality near time 0, for one set of indices. A bound that starts with equality has a margin
 * there that grows from 0, so it is within the numerical error at first. That is let pass only when
 * the start itself is an exact tie or outside the range, and the inequality is seen to hold later.
 */
final class StartRecord {
  private Place blurred;
  private boolean slackAtStart;
  private boolean seenLater;

  void addBlurred(Place place) {
    if (blurred == null || place.time() > blurred.time()) {
      blurred = place;
    }
  }

  /** Takes a reading that holds. */
  void addSeen(Place place) {
    slackAtStart |= place.time() == 0 && place.reading().gap() > 0;
    seenLater |= place.time() > 0;
  }

  /** What must be told as open, if anything. */
  Optional<Place> leftOpen() {
    return slackAtStart || !seenLater ? Optional.ofNullable(blurred) : Optional.empty();
  }

  /** The last time in the layer at which the inequality was within the error. */
  double blurredUntil() {
    return blurred == null ? 0 : blurred.time();
  }
}
