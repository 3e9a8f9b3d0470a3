package org.portevoix.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts the page cache, and the limits of bodies, on each connection of the site, between HTTP's own reading and writing and everything else. */
@Singleton
class PageCacheConnections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final PageCache cache;
    private final PageAnswers answers;
    private final Arrivals arrivals;
    private final SignedIn signedIn;

    PageCacheConnections(PageCache cache, PageAnswers answers, Arrivals arrivals, SignedIn signedIn) {
        this.cache = cache;
        this.answers = answers;
        this.arrivals = arrivals;
        this.signedIn = signedIn;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private final class Customizer implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        private Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
            return new Customizer(opened);
        }

        @Override
        public void onStreamPipelineBuilt() {
            ChannelPipeline pipeline = channel == null ? null : channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (pipeline != null && pipeline.get(codec) != null) {
                pipeline.addAfter(codec, "body-limits", new BodyLimits(arrivals, signedIn));
                pipeline.addAfter(codec, "page-cache", new PageCacheHandler(cache, answers));
            }
        }
    }
}
