/** Bounds of the distance between the flow and a path, in several norms. */
package org.flowproof.enclose.bound;
