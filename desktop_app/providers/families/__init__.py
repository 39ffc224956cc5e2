"""The shapes of flows that companies share: one small class a shape, built from a row of data.

A family reads nothing but its row: what is asked, which paths and names the company's page gives,
where the amount stands and how it is sent. The rows stand in ``desktop_app/providers``.
"""
