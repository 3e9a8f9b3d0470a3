package org.portevoix.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forms with a file, as browsers send them and as they should not. */
class UploadedFormTest {
    private static final String TYPE = "multipart/form-data; boundary=xx";
    private static final byte[] WHOLE = ("--xx\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ndéjà\r\n"
                    + "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ogg\"\r\n"
                    + "Content-Type: audio/ogg\r\n\r\n\0\1--x\r\n\377\r\n--xx--\r\n")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void fieldsAndFilesAreReadAsTheyWereSent() {
        UploadedForm body = UploadedForm.of(TYPE, WHOLE);
        assertEquals("déjà", body.fields().get("csrf"));
        assertArrayEquals("\0\1--x\r\n\377".getBytes(StandardCharsets.UTF_8), body.file("file"));
        assertEquals(0, body.file("other").length);
    }

    @Test
    void whatCannotBeReadHoldsNothing() {
        assertEquals("", UploadedForm.of("multipart/form-data", WHOLE).fields().get("csrf"));
        assertEquals(
                "",
                UploadedForm.of("multipart/form-data; boundary=yy", WHOLE)
                        .fields()
                        .get("csrf"));
        assertEquals(
                "",
                UploadedForm.of("application/x-www-form-urlencoded", WHOLE)
                        .fields()
                        .get("csrf"));
        assertEquals("", UploadedForm.of(null, WHOLE).fields().get("csrf"));
        assertEquals("", UploadedForm.of(TYPE, null).fields().get("csrf"));
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Arrays.copyOf(WHOLE, random.nextInt(WHOLE.length));
            for (int j = 0; j < 3 && broken.length > 0; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            UploadedForm.of(TYPE, broken).file("file");
        }
    }
}
