package org.portevoix.recording;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.portevoix.web.KeptBytes;
import org.portevoix.web.NotFound;

/** Gives the voices that are public, whole or in part. */
@Controller("/voix")
class RecordingController {

    private final RecordingRepository recordings;

    RecordingController(RecordingRepository recordings) {
        this.recordings = recordings;
    }

    @Get("/{digest:[0-9a-f]+}")
    HttpResponse<byte[]> listen(HttpRequest<?> request, String digest) {
        RecordingBytes found = recordings.findPublicBytes(digest).orElseThrow(NotFound::new);
        return new KeptBytes(found.mediaType(), found.bytes(), found.digest()).answer(request);
    }
}
