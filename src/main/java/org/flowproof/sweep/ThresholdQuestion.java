package org.flowproof.sweep;

/**
 * A threshold to estimate: where along an axis does the share of points with an ending pass a
 * level?
 *
 * @param axis name of a numeric axis, such as {@code samples}
 * @param ending name of the {@link org.flowproof.check.outcome.Ending} that is counted
 * @param share the level, in (0, 1)
 */
public record ThresholdQuestion(String axis, String ending, double share) {}
