package org.portevoix.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files as recorders make them (by FFmpeg 7.0.2 from a tone or from silence), told by their bytes alone. */
class SoundTest {

    @Test
    void theThreeKindsAreKnownAndTimed() throws IOException {
        assertEquals(Optional.of(new Sound("audio/ogg", 2)), Sound.of(file("voice.ogg")));
        assertEquals(Optional.of(new Sound("audio/webm", 3)), Sound.of(file("voice.webm")));
        assertEquals(Optional.of(new Sound("audio/webm", 3)), Sound.of(file("live.webm")), "of unknown length");
        Sound m4a = Sound.of(file("voice.m4a")).orElseThrow();
        assertEquals("audio/mp4", m4a.mediaType());
        assertTrue(m4a.seconds() == 2 || m4a.seconds() == 3, m4a.toString());
    }

    @Test
    void threeMinutesAndALittleMoreAreTooLong() throws IOException {
        for (String name : new String[] {"long.ogg", "long.webm", "long.m4a"}) {
            assertTrue(Sound.of(file(name)).orElseThrow().isTooLong(), name);
        }
    }

    /** What FFmpeg's own reader says of the three: docs/decisions/0019. */
    @Test
    void theFirstThreeMinutesAreCutOut() throws IOException {
        for (String name : new String[] {"long.ogg", "long.webm", "long.m4a"}) {
            byte[] whole = file(name);
            Sound sound = Sound.of(whole).orElseThrow();

            byte[] cut = sound.beginning(whole).orElseThrow();

            Sound shorter = Sound.of(cut).orElseThrow(() -> new AssertionError(name));
            assertEquals(sound.mediaType(), shorter.mediaType());
            assertFalse(shorter.isTooLong(), name + ": " + shorter);
            assertTrue(shorter.seconds() >= Sound.MOST_SECONDS - 2, name + ": " + shorter);
            assertTrue(cut.length < whole.length, name);
            Files.write(Files.createDirectories(Path.of("target/recording")).resolve(name), cut);
        }
    }

    @Test
    void whatIsSomethingElseIsNoSound() throws IOException {
        for (String name : new String[] {"voice.mp3", "vorbis.ogg", "mp3.mp4", "film.mp4", "frag.m4a"}) {
            assertEquals(Optional.empty(), Sound.of(file(name)), name);
        }
        assertEquals(Optional.empty(), Sound.of(new byte[0]));
        assertEquals(
                Optional.empty(),
                Sound.of("<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void noBrokenFileBreaksTheReader() throws IOException {
        Random random = new Random(7);
        for (String name : new String[] {"voice.ogg", "voice.webm", "voice.m4a", "live.webm"}) {
            byte[] whole = file(name);
            for (int i = 0; i < 2_000; i++) {
                byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                for (int j = 0; j < 4; j++) {
                    broken[random.nextInt(Math.min(broken.length, 600))] = (byte) random.nextInt();
                }
                Sound.of(broken).ifPresent(sound -> {
                    assertTrue(sound.seconds() > 0);
                    sound.beginning(broken).ifPresent(Sound::of);
                });
            }
        }
    }

    static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/recording", name));
    }
}
