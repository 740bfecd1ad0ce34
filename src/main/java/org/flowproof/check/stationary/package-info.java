/**
 * What kind of stationary point a limit is: a minimum, or a point from which the loss can be
 * lowered. {@link org.flowproof.check.stationary.StationaryJudge} decides; docs/stationary.md has
 * the argument.
 */
package org.flowproof.check.stationary;
