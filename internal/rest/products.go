package rest

import (
	"latchkey/internal/apikey"
	"latchkey/internal/records"
)

var products = published(resource[records.Product]{
	kind: records.Products,
	members: []member[records.Product]{
		{"id", "id", "", func(w *writer, p *records.Product) { w.integer(p.ID) }},
		{"custom_id", "custom_id", "custom_id", func(w *writer, p *records.Product) { text(w, p.CustomID) }},
		{"name", "name", "name", func(w *writer, p *records.Product) { text(w, p.Name) }},
		{"created_at", "created_at", "", func(w *writer, p *records.Product) { w.time(p.CreatedAt) }},
		{"updated_at", "updated_at", "", func(w *writer, p *records.Product) { w.time(p.UpdatedAt) }},
		{"attributes", "", "", nil},
	},
	unwritten: map[version][]string{
		v1: {"id", "created_at", "updated_at", "attributes"},
		v2: {"id", "created_at", "updated_at", "attributes"},
	},
})

func productOperations() []operation {
	return []operation{
		{"products.list", "product", apikey.Read, methods(get), "products/", listed, products.list},
		{"products.create", "product", apikey.Write, methods(post), "products/", listed, products.create},
		{"products.update_or_create", "product", apikey.Write, methods(post), "products/update_or_create/", listed, products.updateOrCreate},
		{"products.get", "product", apikey.Read, methods(get), "products/{id}/", listed, products.get},
		{"products.update", "product", apikey.Write, methods(put, patch), "products/{id}/", listed, products.update},
		{"products.delete", "product", apikey.Delete, methods(remove), "products/{id}/", listed, products.delete},
		{"products.details", "product", apikey.Read, methods(get), "products/{id}/details/", listed, products.get},
		{"products.set_attribute", "product", apikey.Write, methods(post), "products/{id}/set_attribute/", listed, products.setAttribute},
		{"products.set_multiple_attributes", "product", apikey.Write, methods(post), "products/{id}/set_multiple_attributes/", listed, products.setAttributes},
		{"products.remove_attribute", "product", apikey.Write, methods(post, remove), "products/{id}/remove_attribute/", listed, products.removeAttribute},

		{"products_by_id.get", "product", apikey.Read, methods(get), "products-by-id/{custom_id}/", listed, products.get},
		{"products_by_id.update", "product", apikey.Write, methods(put, patch), "products-by-id/{custom_id}/", listed, products.update},
		{"products_by_id.delete", "product", apikey.Delete, methods(remove), "products-by-id/{custom_id}/", listed, products.delete},
		{"products_by_id.details", "product", apikey.Read, methods(get), "products-by-id/{custom_id}/details/", listed, products.get},
		{"products_by_id.set_attribute", "product", apikey.Write, methods(post), "products-by-id/{custom_id}/set_attribute/", listed, products.setAttribute},
		{"products_by_id.set_multiple_attributes", "product", apikey.Write, methods(post), "products-by-id/{custom_id}/set_multiple_attributes/", listed, products.setAttributes},
		{"products_by_id.remove_attribute", "product", apikey.Write, methods(post, remove), "products-by-id/{custom_id}/remove_attribute/", listed, products.removeAttribute},
	}
}
