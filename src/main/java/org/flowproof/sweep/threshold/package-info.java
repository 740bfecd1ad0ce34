/** From outcomes over seeds to shares, the threshold in the number of samples, and its growth. */
package org.flowproof.sweep.threshold;
