/** Results of sweeps in one SQLite file, which other programs read as they please. */
package org.flowproof.sweep.store;
