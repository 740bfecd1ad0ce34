/**
 * The flow from ever smaller starts: its limit, how fast it is approached, and what it depends on.
 */
package org.flowproof.check.smallstart;
