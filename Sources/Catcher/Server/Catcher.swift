import NIOCore
import NIOPosix
import Synchronization

/// A scripted SMTP server for tests, demonstrations and rehearsals (RFC 5321).
///
/// It keeps each accepted transaction as one file, in place before the 250 is sent, and plays full
/// mailboxes, greylisting, refusals, slow answers and lost connections as its script says.
package final class Catcher: Sendable {
  private let desk: CatcherDesk
  private let server: any Channel
  private let group: MultiThreadedEventLoopGroup
  private let isStopped = Atomic<Bool>(false)

  private init(desk: CatcherDesk, server: any Channel, group: MultiThreadedEventLoopGroup) {
    self.desk = desk
    self.server = server
    self.group = group
  }

  /// Starts listening; fails when the script is wrong, a folder can't be made or the port is taken.
  package static func start(_ options: CatcherOptions) async throws(CatcherError) -> Catcher {
    guard (1...64).contains(options.threads) else { throw .threads(options.threads) }
    guard isHostname(options.hostname) else { throw .hostname(options.hostname) }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: options.threads)
    do {
      let desk = try CatcherDesk(options, loop: group.next())
      let server = try await listen(desk, group)
      return Catcher(desk: desk, server: server, group: group)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// The port it listens on.
  package var port: Int { server.localAddress?.port ?? 0 }

  /// The transactions accepted so far, in order, the newest as far as they are remembered.
  package func transactions() -> [CaughtTransaction] { desk.transactions }

  /// The messages that began to arrive and were not answered.
  package func interrupted() -> [InterruptedTransaction] { desk.interrupted }

  /// What it has done so far.
  package func figures() -> CatcherFigures { desk.figures }

  /// Closes all connections and writes the reports that still wait.
  ///
  /// Fails when one can't be written.
  /// A second call does nothing.
  package func stop() async throws {
    guard !isStopped.exchange(true, ordering: .relaxed) else { return }
    try? await server.close()
    for channel in desk.close() { try? await channel.close() }
    // The loops end first: no timer can write a report at the same time.
    try await group.shutdownGracefully()
    try desk.closeReports()
  }

  private static func isHostname(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count)
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789.-".unicodeScalars.contains($0)
      }
  }

  private static func listen(
    _ desk: CatcherDesk, _ group: MultiThreadedEventLoopGroup
  ) async throws(CatcherError) -> any Channel {
    let options = desk.options
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Replies are short: what a client does not read shall not pile up.
      .childChannelOption(.socketOption(.so_sndbuf), value: 65_536)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let (number, isWelcome) = desk.enter(channel)
          let handler = SessionHandler(desk: desk, number: number, isWelcome: isWelcome)
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
    do {
      return try await bootstrap.bind(host: options.host, port: options.port).get()
    } catch {
      throw .address(host: options.host, port: options.port, reason: String(describing: error))
    }
  }
}
