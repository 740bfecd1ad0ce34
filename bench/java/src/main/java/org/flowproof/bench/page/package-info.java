/** From the CSV files of results to tables, series for figures, and docs/performance.md. */
package org.flowproof.bench.page;
