package org.portevoix.recording;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.web.KeptBytes;
import org.portevoix.web.NotFound;
import org.portevoix.web.SharedBytes;

/** Gives the voices that are public, whole or in part. */
@Controller("/voix")
class RecordingController {

    private final RecordingRepository recordings;
    private final SharedBytes sounds;

    RecordingController(RecordingRepository recordings, SharedBytes sounds) {
        this.recordings = recordings;
        this.sounds = sounds;
    }

    @Get("/{digest:[0-9a-f]+}")
    HttpResponse<?> listen(HttpRequest<?> request, String digest) {
        String mediaType = recordings.findPublicMediaType(digest).orElseThrow(NotFound::new);
        return new KeptBytes(mediaType, sounds.get(digest, () -> read(digest)), digest).answer(request);
    }

    private byte[] read(String digest) {
        return recordings.findPublicBytes(digest).orElseThrow(NotFound::new).bytes();
    }
}
