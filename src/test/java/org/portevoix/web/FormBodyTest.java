package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FormBodyTest {

    @Test
    void aPercentSignThatBeginsNoEscapeStandsForItself() {
        FormBody form = FormBody.of("words=100%+sûr&other=50%zz&last=%C3%A9t%C3%A9%");
        assertEquals("100% sûr", form.get("words"));
        assertEquals("50%zz", form.get("other"));
        assertEquals("été%", form.get("last"));
    }
}
