/** The bench against other solvers: data, runs of our integrators, tables and the page. */
package org.flowproof.bench;
