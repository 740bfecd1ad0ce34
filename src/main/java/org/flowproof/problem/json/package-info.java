/** Writing JSON. */
package org.flowproof.problem.json;
