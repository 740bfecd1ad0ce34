/** Where samples and labels come from: CSV and NPY files, and laws with a seed. */
package org.flowproof.problem.data;
