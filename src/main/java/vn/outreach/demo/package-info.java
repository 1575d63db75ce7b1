/**
 * The demo round: fictional people and enterprises on an empty database.
 * Nothing else knows it; every act goes through the engine and the services, with the rights of its person.
 * Begin at DemoRound; what happens on which day stands in DemoScript.
 */
@NullMarked
package vn.outreach.demo;

import org.jspecify.annotations.NullMarked;
