/** Taylor models in one variable and bounds computed in doubles, rounded upwards. */
package org.flowproof.enclose.taylor;
