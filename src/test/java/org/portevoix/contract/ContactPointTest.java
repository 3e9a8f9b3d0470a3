package org.portevoix.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContactPointTest {

    @Test
    void mailAddressStandsApartFromTheName() {
        var point = ContactPoint.of("Mission santé (exemple), sante@bobigny.example");
        assertEquals("Mission santé (exemple)", nameOf(point));
        assertEquals("sante@bobigny.example", point.mail());
    }

    @Test
    void mailAddressMayStandInBrackets() {
        var point = ContactPoint.of("Service santé <sante@ville-d-essai.example>");
        assertEquals("Service santé", nameOf(point));
        assertEquals("sante@ville-d-essai.example", point.mail());
    }

    @Test
    void mailAddressAloneHasNoName() {
        var point = ContactPoint.of("dpd@ville.example");
        assertNull(point.name());
        assertEquals("dpd@ville.example", point.mail());
    }

    @Test
    void nameAloneHasNoMailAddress() {
        var point = ContactPoint.of("Accueil de la mairie, 1 place de la Mairie");
        assertEquals("Accueil de la mairie, 1 place de la Mairie", nameOf(point));
        assertNull(point.mail());
    }

    private static String nameOf(ContactPoint point) {
        return Objects.requireNonNull(point.name()).body();
    }
}
