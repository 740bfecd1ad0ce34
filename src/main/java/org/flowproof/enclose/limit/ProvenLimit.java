package org.flowproof.enclose.limit;

import org.flowproof.enclose.interval.Interval;

/** A theorem about a flow as time goes on without end. */
public sealed interface ProvenLimit permits LimitTheorem, VanishingLoss {
  /** The time from which on sides are proven not to change. */
  double from();

  /** Encloses the limit of the loss. */
  Interval limitLoss();

  /** What it says of the labels, one word for tables that programs read. */
  String word();
}
