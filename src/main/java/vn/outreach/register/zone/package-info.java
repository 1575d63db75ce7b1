/**
 * Industrial zones and clusters, and the spellings under which lists and people write them. The register keeps a zone as
 * text; what is written there as one of these spellings becomes the zone's name.
 * Begin at ZoneService; what a text means is asked of Zones.
 */
@NullMarked
package vn.outreach.register.zone;

import org.jspecify.annotations.NullMarked;
