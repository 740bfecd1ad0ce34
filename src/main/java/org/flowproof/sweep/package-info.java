/**
 * Grids of problems: axes and points, what became of each point, and the whole as a table.
 *
 * <p>{@code file} reads sweep files, {@code store} keeps results in one SQLite file, {@code run}
 * judges the points that are left.
 */
package org.flowproof.sweep;
