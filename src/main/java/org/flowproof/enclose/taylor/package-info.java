/**
 * Taylor models in one variable, sums of many of them, sums in two doubles, and bounds computed in
 * doubles, rounded upwards.
 */
package org.flowproof.enclose.taylor;
