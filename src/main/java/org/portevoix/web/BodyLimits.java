package org.portevoix.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bodies are held in memory before anybody is asked who sends them, so all but the desk's uploads stay small, and few uploads
 * come at once. What is too long is answered by the site's own page (application.yml, max-request-size), once it has come
 * to its end and been thrown away: who is still sending, on a slow network, would find the connection cut and never see the page.
 */
final class BodyLimits extends ChannelInboundHandlerAdapter {

    private static final long LONGEST_FORM = 1 << 20;
    private static final long LONGEST_UPLOAD = 12 << 20;
    private static final long LONGEST_THROWN_AWAY = 256 << 20;
    /** As most forms are: so much of each is not counted with what others hold. */
    private static final long SMALL_FORM = 16 << 10;

    private static final long SECONDS = 60;
    /** Of a slow telephone (3G). */
    private static final long BYTES_PER_SECOND = 50_000;

    private static final String FAR_TOO_LONG = Long.toString(1L << 40);

    private final Arrivals arrivals;
    private final SignedIn signedIn;
    private boolean isTeam;
    private boolean isUpload;
    private boolean isRefused;
    private @Nullable HttpRequest refused;
    private @Nullable Future<?> deadline;
    private long received;
    private long held;

    BodyLimits(Arrivals arrivals, SignedIn signedIn) {
        this.arrivals = arrivals;
        this.signedIn = signedIn;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        HttpRequest waiting = refused;
        if (waiting != null) {
            throwAway(context, waiting, message);
            return;
        }
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
            // Without a length before it, as no browser sends a form; or while others hold the memory.
            if (!isUpload && !isRefused && received > LONGEST_FORM || !hasRoom()) {
                ReferenceCountUtil.release(message);
                context.close();
                return;
            }
        }
        if (message instanceof LastHttpContent) {
            end();
        }
        context.fireChannelRead(message);
    }

    /** The request goes on when nothing more of its body is to come. */
    private void throwAway(ChannelHandlerContext context, HttpRequest request, Object message) {
        boolean isLast = message instanceof LastHttpContent;
        if (message != request) {
            ReferenceCountUtil.release(message);
        }
        if (isLast) {
            end();
            refused = null;
            context.fireChannelRead(request);
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            context.read();
        }
    }

    private boolean hasRoom() {
        long more = isTeam || isUpload || isRefused ? 0 : Math.max(0, received - SMALL_FORM) - held;
        held += more;
        return more == 0 || arrivals.hold(more);
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        end();
        received = 0;
        long length = length(request);
        boolean isChunked = HttpUtil.isTransferEncodingChunked(request);
        isTeam = (isChunked || length > SMALL_FORM) && isDesk(request) && signedIn.sent(request.headers());
        isUpload = (isChunked || length > LONGEST_FORM) && mayUpload(request) && arrivals.beginUpload(isTeam);
        long longest = isUpload ? LONGEST_UPLOAD : LONGEST_FORM;
        isRefused = length > longest;
        if (isRefused) {
            boolean isSentAnyway = !HttpUtil.is100ContinueExpected(request) && length <= LONGEST_THROWN_AWAY;
            refused = isSentAnyway ? request : null;
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, FAR_TOO_LONG);
        }
        if (isChunked || length > 0) {
            long expected = isChunked ? longest : Math.min(length, LONGEST_THROWN_AWAY);
            deadline = context.executor().schedule(() -> context.close(), seconds(expected), TimeUnit.SECONDS);
        }
    }

    /** In which a body of so many bytes has to be whole. */
    static long seconds(long bytes) {
        return SECONDS + bytes / BYTES_PER_SECOND;
    }

    private void end() {
        if (isUpload) {
            isUpload = false;
            arrivals.endUpload(isTeam);
        }
        arrivals.let(held);
        held = 0;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private static long length(HttpRequest request) {
        return request.decoderResult().isFailure() ? 0 : HttpUtil.getContentLength(request, 0L);
    }

    private static boolean mayUpload(HttpRequest request) {
        return request.method().equals(HttpMethod.POST)
                && isDesk(request)
                && request.headers().contains(HttpHeaderNames.COOKIE)
                && UploadedForm.isOne(request.headers().get(HttpHeaderNames.CONTENT_TYPE));
    }

    private static boolean isDesk(HttpRequest request) {
        return request.uri().startsWith("/equipe/");
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }
}
