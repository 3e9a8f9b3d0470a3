package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class CachedPageTest {
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    /** With letters of more than one byte on both sides of the key's place. */
    private static final String FORM = "<p>رأيكم é 😀</p>".repeat(300) + "<input value=\"" + Drawing.FORM_KEY_PLACE
            + "\">" + "<p>جواب</p>".repeat(900);

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_KEY = "fedcba9876543210fedcba9876543210";

    @Test
    void theKeyStandsInItsPlacePlainAndCompressed() throws Exception {
        CachedPage page = page(FORM);
        assertTrue(page.hasForm());
        String expected = FORM.replace(Drawing.FORM_KEY_PLACE, KEY);
        assertEquals(expected, text(page.bytes(false, key(KEY))));
        assertEquals(expected, text(unzipped(page.bytes(true, key(KEY)))));
    }

    @Test
    void eachVisitorHasACopyOfTheirOwn() throws Exception {
        CachedPage page = page(FORM);
        byte[] first = page.bytes(true, key(KEY));
        byte[] second = page.bytes(true, key(OTHER_KEY));
        assertTrue(text(unzipped(first)).contains(KEY));
        assertTrue(text(unzipped(second)).contains(OTHER_KEY));
        assertFalse(text(unzipped(second)).contains(KEY));
    }

    @Test
    void theCompressedBytesAreOneMemberAndNothingAfterIt() throws Exception {
        for (String body : new String[] {FORM, "<p>sans formulaire</p>", ""}) {
            CachedPage page = page(body);
            byte[] bytes = page.hasForm() ? page.bytes(true, key(KEY)) : page.bytes(true);
            Inflater inflater = new Inflater(true);
            inflater.setInput(bytes, GZIP_HEADER, bytes.length - GZIP_HEADER);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4_096];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                assertTrue(read > 0 || inflater.finished(), "cut short");
                out.write(buffer, 0, read);
            }
            assertEquals(GZIP_TRAILER, inflater.getRemaining());
            inflater.end();
            assertArrayEquals(page.hasForm() ? page.bytes(false, key(KEY)) : page.bytes(false), out.toByteArray());
        }
    }

    @Test
    void theCompressedPageIsMuchLighter() {
        CachedPage page = page(FORM);
        assertTrue(page.bytes(true, key(KEY)).length * 10 < page.bytes(false, key(KEY)).length);
    }

    @Test
    void theEtagTellsBodiesAndEncodingsApart() {
        CachedPage page = page("<p>un</p>");
        assertNotEquals(page.etag(true), page.etag(false));
        assertNotEquals(page.etag(true), page("<p>deux</p>").etag(true));
        assertEquals(page.etag(true), page("<p>un</p>").etag(true));
    }

    private static CachedPage page(String body) {
        return new CachedPage("text/html;charset=utf-8", body, Set.of("event/1"), null);
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    /** With the checksum and the length verified, as browsers do. */
    private static byte[] unzipped(byte[] bytes) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
