/**
 * Bounds of the distance between the flow and a path, in several norms, and where asked in an
 * ellipsoid.
 */
package org.flowproof.enclose.bound;
