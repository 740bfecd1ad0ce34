/** Sweep files: axes and grids read strictly, every point checked and named before any is run. */
package org.flowproof.sweep.plan;
