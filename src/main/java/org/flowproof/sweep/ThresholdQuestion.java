package org.flowproof.sweep;

/**
 * A threshold to estimate: where along an axis does the share of points with an ending pass a
 * level?
 *
 * @param axis name of a numeric axis, such as {@code samples}
 * @param ending the judge's word for the ending that is counted
 * @param share the level, in (0, 1)
 */
public record ThresholdQuestion(String axis, String ending, double share) {}
