/** Data sets, networks, losses, initial weights and dynamics, and the files that describe them. */
package org.flowproof.problem;
