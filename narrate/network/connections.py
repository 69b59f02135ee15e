"""urllib3's pools, whose connections have a deadline and, if they have to, lead to public addresses alone."""

from __future__ import annotations

import logging
import re
import socket
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from narrate.network.classes import is_public
from narrate.network.deadline import current

_QUERY = re.compile(r"\?\S*")


class PrivateAddressError(Exception):
    """A host has no public address, and others are refused; the message is its name."""


if TYPE_CHECKING:
    _Base = HTTPConnection
else:
    _Base = object


class _Watched(_Base):
    """A connection that is cut when the time of the work that uses it is over."""

    def _new_conn(self) -> socket.socket:
        connection = self._connected()
        _watch(connection)
        return connection

    def _connected(self) -> socket.socket:
        return super()._new_conn()

    def request(self, *arguments: Any, **keywords: Any) -> None:
        """A connection that was kept belongs to the work that uses it now."""
        if self.sock is not None:
            _watch(self.sock)
        super().request(*arguments, **keywords)


def _watch(connection: socket.socket) -> None:
    deadline = current.get()
    if deadline is not None:
        deadline.watch(connection)


class _Public(_Watched):
    """The same, to a public address alone.

    The name is resolved once, and the connection is made to an address that has been looked at: a name that
    leads elsewhere when it is asked for again (DNS rebinding) leads nowhere.
    """

    def _connected(self) -> socket.socket:
        name = self._dns_host
        addresses = [address for address in self._resolved() if is_public(address)]
        if not addresses:
            raise PrivateAddressError(name)
        failure: Exception | None = None
        for address in addresses:
            self._dns_host = address
            try:
                return super()._connected()
            except (ConnectTimeoutError, NewConnectionError) as error:
                failure = error
            finally:
                self._dns_host = name  # what the certificate is for, and the header "Host"
        assert failure is not None
        raise failure

    def _resolved(self) -> list[str]:
        """The IP addresses of the host. Raises NameResolutionError."""
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
            raise NameResolutionError(self.host, self, reason) from error
        return list(dict.fromkeys(str(place[0]) for *_, place in found))


class _WatchedConnection(_Watched, HTTPConnection): ...


class _WatchedTls(_Watched, HTTPSConnection): ...


class _PublicConnection(_Public, HTTPConnection): ...


class _PublicTls(_Public, HTTPSConnection): ...


class _WatchedPool(HTTPConnectionPool):
    ConnectionCls = _WatchedConnection


class _WatchedTlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicTlsPool(HTTPSConnectionPool):
    ConnectionCls = _PublicTls


def pools(*, proxy: str | None = None, only_public: bool = False, **keywords: Any) -> PoolManager:
    """Pools for any host, through `proxy` if there is one. `keywords` are urllib3's.

    With `only_public` there must be no proxy: which address it connects to is not to be seen from here.
    """
    _keep_queries_out_of_logs()
    manager = ProxyManager(proxy, **keywords) if proxy else PoolManager(**keywords)
    plain, tls = (_PublicPool, _PublicTlsPool) if only_public else (_WatchedPool, _WatchedTlsPool)
    manager.pool_classes_by_scheme = {"http": plain, "https": tls}
    return manager


class _WithoutQueries(logging.Filter):
    """Takes queries, which may hold keys, out of what urllib3 logs of our requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        if current.get() is not None and isinstance(record.args, tuple):
            record.args = tuple(_without_query(each) for each in record.args)
        return True


def _without_query(value: object) -> object:
    return _QUERY.sub("?…", value) if isinstance(value, str) else value


def _keep_queries_out_of_logs() -> None:
    logger = logging.getLogger("urllib3.connectionpool")
    if not any(isinstance(each, _WithoutQueries) for each in logger.filters):
        logger.addFilter(_WithoutQueries())
